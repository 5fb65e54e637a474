/** Officers and their health screening: specific personal data that only the health service of an area reads, and that decides nothing about anybody. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.screening;
