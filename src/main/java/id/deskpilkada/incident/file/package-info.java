/** Incidents as files: lists for spreadsheets and maps, and everything about one of them on paper. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.file;
