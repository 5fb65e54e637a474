/** What the data of each kind of report holds: one description that the server checks reports by and every form is drawn from. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("form")
package id.deskpilkada.fieldreport.form;
