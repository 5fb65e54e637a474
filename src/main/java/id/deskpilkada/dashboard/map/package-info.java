/** The map and the table that says the same. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.map;
