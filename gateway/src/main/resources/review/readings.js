// Shows what stands at a mark of a picture (ADR 76): under the pointer, at a touch, and with the arrow keys. The reading is
// the <title> of the mark, which browsers show without this script; the tables have the same.
'use strict';
(() => {
  const near = 14;
  const box = document.createElement('p');
  box.className = 'reading';
  box.setAttribute('role', 'status');
  document.body.append(box);
  let current = null;

  // With the names in it that are of another language.
  const readings = new Map();

  // One text, not this and that of the browser beside it.
  const take = title => {
    readings.set(title.parentNode, [...title.childNodes]);
    title.remove();
  };

  const hide = () => {
    if (current) current.classList.remove('read');
    current = null;
    box.textContent = '';
    box.classList.remove('shown');
  };

  const show = mark => {
    if (mark === current) return;
    hide();
    current = mark;
    mark.classList.add('read');
    box.replaceChildren(...readings.get(mark));
    box.classList.add('shown');
    const at = mark.getBoundingClientRect();
    const own = box.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - own.width / 2), innerWidth - own.width - 8);
    const above = at.top - own.height - 6;
    box.style.left = Math.max(8, left) + scrollX + 'px';
    box.style.top = (above > 8 ? above : Math.min(at.bottom + 6, innerHeight - own.height - 8)) + scrollY + 'px';
  };

  const distance = (mark, x, y) => {
    const at = mark.getBoundingClientRect();
    return Math.hypot(Math.max(at.left - x, 0, x - at.right), Math.max(at.top - y, 0, y - at.bottom));
  };

  const under = event => {
    if (!event.target.closest) return null;
    const mark = event.target.closest('.mark');
    if (mark) return mark;
    const picture = event.target.closest('.marks');
    if (!picture) return null;
    const found = [...picture.querySelectorAll('.mark')]
      .map(one => [distance(one, event.clientX, event.clientY), one])
      .sort((a, b) => a[0] - b[0])[0];
    return found && found[0] <= near ? found[1] : null;
  };

  // The box stays while the pointer is on it.
  const point = event => {
    if (event.target === box) return;
    const mark = under(event);
    if (mark) show(mark);
    else if (current && !current.closest('.marks').matches(':focus')) hide();
  };

  const step = event => {
    if (event.key === 'Escape') return hide();
    const picture = event.target.closest && event.target.closest('.marks');
    if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = [...picture.querySelectorAll('.mark')];
    const at = marks.indexOf(current);
    const to = {
      ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: Math.max(at, 0) - 1, ArrowUp: Math.max(at, 0) - 1,
      Home: 0, End: marks.length - 1
    }[event.key];
    if (to === undefined || !marks.length) return;
    event.preventDefault();
    show(marks[(to + marks.length) % marks.length]);
  };

  document.querySelectorAll('.mark > title').forEach(take);
  document.querySelectorAll('.wide, .narrow, .only').forEach(picture => {
    if (!picture.querySelector('.mark')) return;
    const title = picture.querySelector('svg > title').textContent;
    picture.classList.add('marks');
    picture.tabIndex = 0;
    picture.setAttribute('role', 'group');
    picture.setAttribute('aria-label', title + '. ' + document.querySelector('main').dataset.readings);
    picture.addEventListener('focus', () => picture.matches(':focus-visible') && show(picture.querySelector('.mark')));
    picture.addEventListener('blur', hide);
  });
  document.addEventListener('pointermove', point, { passive: true });
  document.addEventListener('pointerdown', point, { passive: true });
  document.addEventListener('keydown', step);
  addEventListener('resize', hide);
})();
