/** What everybody may see: prepared as files by one node, held in memory and handed out by all, without a statement. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.publicview;
