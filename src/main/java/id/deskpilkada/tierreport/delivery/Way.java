package id.deskpilkada.tierreport.delivery;

/** How a recipient is reached. */
enum Way {
    /** With the report as attachments, and a link by which its receipt is told. */
    EMAIL,
    /** The intake of the installation one tier up; its answer is the receipt. */
    INTAKE
}
