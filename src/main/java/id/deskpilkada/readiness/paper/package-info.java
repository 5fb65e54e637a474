/** Paper beside the screen: spare forms to print for each TPS, and which of them have come back. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.paper;
