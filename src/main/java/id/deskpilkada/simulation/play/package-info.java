/** People, what they do and when, and the playing of it with a few hands. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.play;
