/** The internal dashboard. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.desk;
