/** What changed, told to open pages as it happens. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.live;
