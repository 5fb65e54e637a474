/** Compiling: figures of one moment as a snapshot in canonical JSON, what they are made of, what differs from the version before, and counting them again. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.compile;
