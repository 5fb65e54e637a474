/** The desk's own quality: for its supervisors, never sent upward and never part of another document. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.evaluation.quality;
