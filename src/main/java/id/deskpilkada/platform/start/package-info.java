/** What happens before the application opens anything: secrets are taken from files, and secrets that everybody knows are refused. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.start;
