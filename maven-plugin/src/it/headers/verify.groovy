def classes = new File(basedir, 'target/classes/META-INF/steadfast')
def json = new groovy.json.JsonSlurper().parse(new File(classes, 'lifecycle.json'))
assert json.versions*.version == ['v1']
assert json.versions[0].headers.Deprecation == '@1793491200'
assert json.versions[0].operations*.operationId == ['listPayments']
def specification = new File(classes, 'openapi/v1.yaml').text
assert specification.contains('#/components/headers/Sunset')
evaluate(new File(basedir, "../../../src/it/log.groovy"))
