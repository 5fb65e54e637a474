/** The board of incidents that the desk keeps open all day, and what other pages show of it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.incident;
