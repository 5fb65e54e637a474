/** Takes field reports in: reads them strictly, asks who may report, and stores them once. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.intake;
