/** Votes in a few lines, for pages that are read from far away or at a glance. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.votes;
