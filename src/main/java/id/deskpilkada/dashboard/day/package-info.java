/** The front page of the desk: where the day is, what is late, what burns, what has come in, and who waits. Counts, never votes. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.day;
