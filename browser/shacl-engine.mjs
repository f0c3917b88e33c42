// What the SHACL check takes: the engine, and terms to give it.
export { Validator } from 'shacl-engine'
export { default as Terms } from '@rdfjs/data-model'
