package id.deskpilkada.fieldreport.form;

/** A field, or a group of fields that stand in one JSON object. */
sealed interface Part permits DataField, Branch {

    String path();
}
