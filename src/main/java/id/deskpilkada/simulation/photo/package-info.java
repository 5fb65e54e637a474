/** Photos of papers that nobody wrote. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.photo;
