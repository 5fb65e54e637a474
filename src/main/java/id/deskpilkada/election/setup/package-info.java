/** Set-up of elections: over HTTP, by files, and on the page {@code /setup}. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.election.setup;
