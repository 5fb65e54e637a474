/** The ways in which an incident becomes known: field reports, the desk, and what other features signal. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.intake;
