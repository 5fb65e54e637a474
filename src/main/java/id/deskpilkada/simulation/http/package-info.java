/** The application's own HTTP interface, as any outside program calls it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation.http;
