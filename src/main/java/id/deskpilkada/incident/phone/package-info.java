/** Incidents on the telephone of whoever stands beside them: numbers to call first, one tap for an ambulance or a fire, the catalogue, and what has become of one's own reports. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.phone;
