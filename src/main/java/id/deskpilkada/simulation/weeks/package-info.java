/** The weeks before the simulated day: people are named, TPS are checked, risks are handed over, officers are screened. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.weeks;
