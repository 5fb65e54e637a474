/** Tasks over HTTP: a person's open work, and finishing it, with the same answers to a repeat, a lost race and a foreign task. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("work")
package id.deskpilkada.platform.work;
