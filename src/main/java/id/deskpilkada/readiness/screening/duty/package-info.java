/** On the day: since when the officers of a TPS are on duty and how they are, about the TPS and never about a named person. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.screening.duty;
