/** Incidents over HTTP: lists, one with everything that was done about it, and what the desk decides. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.reading;
