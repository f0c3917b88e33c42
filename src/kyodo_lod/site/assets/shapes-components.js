'use strict'
/**
 * Constraint components that shacl-engine 1.1.2 reads otherwise than SHACL 1.0 and `kyodo-lod validate`:
 * characters are code points, not the halves that JavaScript counts, and a parameter may have several values.
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

  const validations = [
    [sh('hasValue'), hasValues],
    onText('pattern', 'PatternConstraintComponent', matches),
    onText('minLength', 'MinLengthConstraintComponent', least => text => [...text].length >= Number(least)),
    onText('maxLength', 'MaxLengthConstraintComponent', most => text => [...text].length <= Number(most)),
  ]

  return Object.freeze({ validations })
})()
