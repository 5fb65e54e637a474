/** The reports of the tiers on the simulated day: who seals, who is late, who never does, and what is left to the visitor. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.tier;
