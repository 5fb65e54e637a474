/** Documents of the tiers' reports: PDF, XLSX, CSV and JSON from one model, the text for WhatsApp groups, and the page on which anybody checks whether a report is genuine. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.document;
