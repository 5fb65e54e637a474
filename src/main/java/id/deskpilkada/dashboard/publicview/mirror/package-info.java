/** Writes what is public into a folder, from which another server hands it out: also while this application is down. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.publicview.mirror;
