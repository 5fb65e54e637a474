/** What is known of one polling station before the day: its answers, photos, versions, shortcomings and history, on a page. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.station;
