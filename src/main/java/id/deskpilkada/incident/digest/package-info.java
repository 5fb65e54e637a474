/** The digest of incidents for the leaders on duty: what was not grave enough to be told at once. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.digest;
