/** Judges, cleans and keeps photos. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.photo;
