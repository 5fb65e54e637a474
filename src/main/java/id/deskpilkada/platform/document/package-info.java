/** Documents to print: PDF from Thymeleaf templates, with the desk's letterhead, page numbers and the disclaimer. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("document")
package id.deskpilkada.platform.document;
