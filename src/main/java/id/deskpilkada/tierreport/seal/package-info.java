/** The digital seal of the installation: its keys, what it signs, and whether somebody else's copy is genuine. Never a certified signature. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.seal;
