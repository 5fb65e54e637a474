/** The simulated hours of voting: who reports what in which slot, who is late, and what the desk does about it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.voting;
