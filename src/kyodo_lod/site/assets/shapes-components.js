'use strict'
/**
 * Constraint components that shacl-engine 1.1.2 reads otherwise than SHACL 1.0 and `kyodo-lod validate`:
 * characters are code points, not the halves that JavaScript counts; a parameter may have several values;
 * a date is a day of the calendar.
 */
const ShapesComponents = (() => {
  const SH = 'http://www.w3.org/ns/shacl#'
  const sh = name => ShaclEngine.Terms.namedNode(SH + name)

  /** Give the validation of a component of which every value of the parameter is a demand on a text. */
  const onText = (name, component, demand) => [sh(name), shape => {
    const demands = [...shape.ptr.out([sh(name)])].map(each => demand(each.value, shape.ptr.out([sh('flags')]).value))
    return { generic: context => demands.forEach(meets => context.test(isText(context.valueOrNode.term) && meets(context.valueOrNode.term.value), sh(component), { value: context.valueOrNode })) }
  }]

  const isText = term => term.termType !== 'BlankNode'

  const matches = (pattern, flags = '') => {
    const wanted = new RegExp(pattern, `${flags}u`)
    return text => wanted.test(text)
  }

  /** Every value of sh:hasValue is a demand of its own. */
  const hasValues = shape => {
    const wanted = shape.ptr.out([sh('hasValue')]).terms
    const test = (context, terms) => wanted.forEach(value => context.test(terms.some(term => term.equals(value)), sh('HasValueConstraintComponent')))
    return { node: context => test(context, [context.valueOrNode.term]), property: context => test(context, context.values.terms) }
  }

  const XSD = 'http://www.w3.org/2001/XMLSchema#'
  /** the lexical forms of the datatypes that our shapes ask for (XML Schema 1.1, part 2) */
  const FORMS = {
    [`${XSD}integer`]: text => /^[+-]?\d+$/.test(text),
    [`${XSD}boolean`]: text => /^(true|false|0|1)$/.test(text),
    [`${XSD}date`]: text => isDay(/^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(text)),
  }

  /** Tell whether a day is in the calendar; JavaScript's own dates roll the 30th of February over. */
  const isDay = match => {
    if (!match) return false
    const [year, month, day] = match.slice(1, 4).map(Number)
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    return day >= 1 && day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
  }

  const datatype = shape => {
    const wanted = shape.ptr.out([sh('datatype')]).term
    const isFormed = FORMS[wanted.value] ?? (() => true)
    return { generic: context => {
      const { datatype: stated, value } = context.valueOrNode.term
      context.test(Boolean(stated?.equals(wanted)) && isFormed(value), sh('DatatypeConstraintComponent'), { value: context.valueOrNode })
    } }
  }

  const validations = [
    [sh('datatype'), datatype],
    [sh('hasValue'), hasValues],
    onText('pattern', 'PatternConstraintComponent', matches),
    onText('minLength', 'MinLengthConstraintComponent', least => text => [...text].length >= Number(least)),
    onText('maxLength', 'MaxLengthConstraintComponent', most => text => [...text].length <= Number(most)),
  ]

  return Object.freeze({ validations })
})()
