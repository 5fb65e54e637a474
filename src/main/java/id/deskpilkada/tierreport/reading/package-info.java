/** Reports of the tiers over HTTP. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.reading;
