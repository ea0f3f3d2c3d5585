// Releases a document into a repository of this scenario.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def base = new File(basedir, 'base.yaml').text
def folder = new File(basedir, 'repository/it/offline/api')
def release = { String version, String ending, Closure content ->
  def artifact = new File(folder, "${version}/api-${version}.${ending}")
  artifact.parentFile.mkdirs()
  artifact.withOutputStream(content)
  new File(artifact.parentFile, "api-${version}.pom").text =
      "<project><modelVersion>4.0.0</modelVersion><groupId>it.offline</groupId>" +
      "<artifactId>api</artifactId><version>${version}</version></project>"
}
def archive = { String title -> { out ->
  new ZipOutputStream(out).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('api/payments.yaml'))
    zip.write(base.replace('title: Payments', "title: ${title}").replace("'#/components/schemas/NewPayment'", "'schemas/payment.yaml'").bytes)
    zip.putNextEntry(new ZipEntry('api/schemas/payment.yaml'))
    zip.write('{ type: object, additionalProperties: false, required: [amountMinor], properties: { amountMinor: { type: integer, minimum: 1 }, currency: { type: string, pattern: \'^[A-Z]{3}$\' } } }'.bytes)
  }
} }
release('1.0.0', 'jar', archive('First'))
def versions = folder.listFiles().findAll { it.directory }.collect { "<version>${it.name}</version>" }.sort().join()
new File(folder, 'maven-metadata.xml').text =
    "<metadata><groupId>it.offline</groupId><artifactId>api</artifactId>" +
    "<versioning><versions>${versions}</versions></versioning></metadata>"
return true
