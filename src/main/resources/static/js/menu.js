// The navigation: Escape and a tap elsewhere close its menus, the keyboard stays where it was; on a telephone it is one row, moved to where one is.
const menus = [...document.querySelectorAll('.top nav details')];

document.addEventListener('keydown', event => {
  const open = menus.find(menu => menu.open);
  if (event.key === 'Escape' && open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});
document.addEventListener('click', event => {
  menus.filter(menu => menu.open && !menu.contains(event.target)).forEach(menu => (menu.open = false));
});

const row = document.querySelector('.top nav > ul');
const here = row?.querySelector('[aria-current], [data-current]')?.closest('.top nav > ul > li');
if (here && row.scrollWidth > row.clientWidth) {
  row.scrollLeft = here.offsetLeft - row.clientWidth / 3;
}
