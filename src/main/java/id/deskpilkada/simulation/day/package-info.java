/** What happens on the simulated day, and the playing of it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.day;
