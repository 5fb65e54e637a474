/** Links stored reports into one hash chain per district, and walks the chains. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.chain;
