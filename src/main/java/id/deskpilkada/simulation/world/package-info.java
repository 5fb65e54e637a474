/** The made-up regency: real names of places, invented polling stations, people and papers, the same for the same seed. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.world;
