/** Incidents of the simulated day, from the first report to the outcome, and what is left of them to the visitor. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.incident;
