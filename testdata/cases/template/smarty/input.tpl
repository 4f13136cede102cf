{* Mail on a late order; {$not.this} *}
{assign var="x" value="}"}
Dear {$customer.name|default:"you } there"|escape},

{if $order.late}
we are sorry that your order {$order.id} is late.
{elseif $order.lost}
your order {$order.id} is lost, and a new one is on its way.
{else}
your order {$order.id} left today.
{/if}

{foreach $items as $item}
- {$item@index}: {$item.name}
{foreachelse}
- nothing
{/foreach}
{literal}
Write {braces} as they are.
{/literal}

Please answer by {$day}.

Kind regards,
{$agent}
