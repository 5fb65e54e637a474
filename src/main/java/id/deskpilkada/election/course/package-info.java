/** Where a round is, for people: its stages, schedule and standing, over HTTP and as a page of the desk. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.election.course;
